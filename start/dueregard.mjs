#!/usr/bin/env node
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./launch.mjs').then(({ launch }) => launch('src/main.ts', process.argv.slice(2)));
