/** The door of `server/`: the one process. */
export { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
export { ensureSite, SiteBuildError } from './site/build.ts';
export { type RunningServer, startServer } from './start.ts';
