import { apiOperations } from './api.ts';
import { chatOperations } from './chat.ts';
import { healthOperations } from './health.ts';
import { webOperations } from './web.ts';

/** Everything a client may ask over HTTP, by operation id. */
export const operations = { ...apiOperations, ...webOperations, ...chatOperations, ...healthOperations } as const;
export type OperationName = keyof typeof operations;
