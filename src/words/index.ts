import { documents } from './documents.ts';
import { site } from './site.ts';

/** Every string that a person reads, by capability. Welsh is a second object of the same shape. */
export const en = { documents, site };

export type Words = typeof en;
