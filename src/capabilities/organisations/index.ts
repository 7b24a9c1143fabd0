export { organisationCommand } from './cli.ts';
export type { AccountDesk, Handed, NextStep, Section } from './desk.ts';
export { DayFields, dayGiven, dayIn } from './pages/day-fields.tsx';
export { paths as organisationPaths } from './paths.ts';
export { addDepartment, addGrant, addMembership, addPerson, confirmPerson, invitePerson, rolesOfPeople } from './people-store.ts';
export { organisationRoutes } from './routes.tsx';
export * from './store.ts';
export { lockTree, saveTree } from './tree-store.ts';
export { mergeBodies, moveBody, type Tree } from './tree.ts';
