// What a person reads before the product itself runs. It stands here and not in src/words because no package
// and no TypeScript can be counted on yet. Syntax no newer than Node 14: node-version.mjs says why.
export const words = {
  nodeTooOld: (version, oldest) =>
    `DueRegard needs Node ${oldest} or later to install itself, and this is Node ${version}. Install a current Node from https://nodejs.org or your package manager, then start again.`,
  noProductNode: (platform, version) =>
    `DueRegard runs on Node 24 or later. It brings its own on Linux (x64 and arm64); for ${platform} install Node 24 or later, then start again (this is Node ${version}).`,
  installing: (withTests) => `Installing DueRegard's packages${withTests ? ' and those of its tests' : ''} (once, a few minutes on a slow line) …`,
  stillInstalling: (seconds) => `  … still installing, ${seconds} s`,
  installed: (seconds) => `Installed in ${seconds} s.`,
  stopped: 'The installation was stopped. The next start begins it again.',
  waiting: (holder) => `Another start of DueRegard (process ${holder}) is installing; waiting for it …`,
  takingOver: (holder) => `An earlier installation (process ${holder}) did not finish; starting it again.`,
  stillMissing: (names) => `npm left out ${names}, which fit this machine; the next start tries again.`,
  linkedModules: (target, names) =>
    `node_modules is a link to ${target}, where ${names} must still be installed. Run "npm ci --ignore-scripts" there, or remove the link and start again.`,
  readOnly: (folder, names) => `DueRegard must install ${names}, but cannot write to ${folder}. Give this account the right to write there, or install as the folder's owner.`,
  noNpm: 'DueRegard needs npm to install its packages, and there is none beside this Node or on the PATH. Install npm, then start again.',
  npmFailed: (reason, log) => `The packages could not be installed: ${reason} npm's own words are in ${log}.`,
  npmReasons: [
    [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/, 'the package registry cannot be reached. Check the network, the proxy and the registry in your npm settings, then start again.'],
    [/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/, 'the registry\'s certificate is not trusted here. Set npm\'s "cafile" to your organisation\'s certificate, then start again.'],
    [/EINTEGRITY/, 'a package is not the one that package-lock.json names. Run "npm cache clean --force", then start again.'],
    [/EUSAGE/, 'package.json and package-lock.json disagree. Restore both from the repository, then start again.'],
    [/ENOSPC/, 'the disk is full. Free 1 GB, then start again.'],
    [/EACCES|EPERM|EROFS/, 'this account may not write to the folder or to npm\'s cache.'],
    [/E40[134]/, 'the registry refused a package. Check the registry and its token in your npm settings.'],
  ],
  npmUnknownReason: 'npm stopped with an error.',
  didNotStart: (node, reason) => `${node} did not start (${reason}). Remove node_modules and start again.`,
  usageRun: 'Name the TypeScript file to run: node start/run.mjs FILE [ARGUMENT…]',
  noSuchFile: (file) => `There is no ${file} here.`,
  noTests: (paths) => `There is no test file under ${paths}.`,
  types: 'Types',
  tests: (files) => `Tests (${files} files)`,
  typesEnded: (areClean) => `Types ${areClean ? 'clean' : 'FAILED'}.`,
  testsEnded: (passed, seconds) => `Tests ${passed ? 'passed' : 'FAILED'}, ${seconds} s in all.`,
  installingLibraries: (packages) => `The browser of the tests needs ${packages}; installing with apt …`,
  librariesNotInstalled: (packages, reason) => `apt could not install ${packages} (${reason}); going on without.`,
};
