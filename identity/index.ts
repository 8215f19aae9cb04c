/** The door of `identity/`: who somebody is and what they may do. */
export { anonymous, atThisComputer, type Identity, type Person, type Role, roles } from './identity.ts';
export { may, type Permission, permissions } from './permissions.ts';
