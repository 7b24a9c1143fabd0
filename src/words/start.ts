const ownServer = 'or set DATABASE_URL to a PostgreSQL server (version 15 or later) of your own';

/** What a person reads in the terminal while the product starts, and why it did not. */
export const start = {
  makingDatabase: (folder: string) => `Making the database in ${folder} …`,
  recovering: 'The database was not shut down properly and is putting itself in order. This can take some minutes …',
  stoppingLeftOvers: 'Waiting for database processes that an earlier run left behind …',
  databaseDied: (seconds: number) => `The database stopped unexpectedly. Starting it again in ${seconds} seconds …`,
  databaseBack: 'The database is running again.',
  databaseGivenUp: (log: string) => `The database keeps stopping and will not be started again. The reason is in ${log}.`,

  noPostgres: (platform: string) =>
    `No PostgreSQL was found that runs here (${platform}). Run "npm ci" without leaving out optional packages, install PostgreSQL, ${ownServer}.`,
  noLinks: (folder: string) =>
    `PostgreSQL's libraries in ${folder} need links that cannot be made, because the folder cannot be written. Make it writable and start once more, ${ownServer}.`,
  root: (folder: string) =>
    `PostgreSQL does not run as root, and no other account of this machine can use ${folder}. Run DueRegard as an ordinary user, ${ownServer}.`,
  inUse: (folder: string, pid: number) =>
    `The database in ${folder} is already in use by process ${pid}. Stop that process, or set DUEREGARD_DATA to another folder.`,
  leftOvers: (folder: string, pids: string) =>
    `Database processes of an earlier run still use ${folder} and do not stop (process ${pids}). End them, then start once more.`,
  notAFolder: (folder: string) =>
    `${folder} should be the database's folder but is a file. Move it away, or set DUEREGARD_DATA to another folder.`,
  notADatabase: (folder: string) =>
    `${folder} holds files that are not a database. Empty it, or set DUEREGARD_DATA to another folder.`,
  otherVersion: (folder: string, made: string, major: number) =>
    `The database in ${folder} was made by PostgreSQL ${made}; this is PostgreSQL ${major}, which cannot read it. Make a backup with the DueRegard that made it, move the folder away, and restore the backup here.`,
  notWritable: (folder: string) =>
    `${folder} cannot be written. Give it to the user who runs DueRegard, or set DUEREGARD_DATA to another folder.`,
  noSpace: (folder: string) =>
    `There is no space left on the disk that holds ${folder}. Free some, or set DUEREGARD_DATA to a folder on another disk.`,
  noTemporaryFolder: (folder: string) =>
    `No folder for the database's connections can be made in ${folder}. Make it writable, or set TMPDIR to a folder that is.`,
  databaseFailed: (folder: string, reason: string) =>
    `The database in ${folder} did not start: ${reason} The file ${folder}.log says more.`,
};
