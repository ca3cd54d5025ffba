import { createPageParts } from './parts.ts';
import { startPage } from './start-page.tsx';

startPage(createPageParts());
