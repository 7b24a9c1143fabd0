// Loaded into a child that must not outlive the process that started it, even when that one is killed outright.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
