/** The door of `server/`: the one process. */
export { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
export { readAddress } from './http/public-address.ts';
export { ensureSite, SiteBuildError } from './site/build.ts';
export { ensurePublicSite, type PublicSite } from './site/public-build.ts';
export { type RunningServer, startServer } from './start.ts';
