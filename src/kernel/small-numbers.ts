/** Counts of people below this are left out, unless the body has chosen another threshold; never below 5 (ONS, disclosure control for tables of counts). */
export const usualThreshold = 10;
export const leastThreshold = 5;
/** More would hide whole tables. */
export const mostThreshold = 100;
