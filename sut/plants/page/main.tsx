import { z } from 'zod';
import { readRawConfig } from '../../web/page/config.ts';
import { createPageParts } from '../../web/page/parts.ts';
import { startPage } from '../../web/page/start-page.tsx';
import { plant } from '../planter.ts';
import { pagePlanters } from './planters.ts';

const { plants } = z.object({ plants: z.array(z.string()).default([]) }).parse(readRawConfig());

startPage(plant(createPageParts(), pagePlanters, plants));
