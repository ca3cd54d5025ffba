import type { z } from 'zod';
import { ApiError } from './api-error.ts';

/** `value` as `schema` has it; `invalid_request` otherwise. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ApiError('invalid_request');
  return parsed.data;
}

/** A JSON body; none at all is `undefined`, also with a JSON content type. */
export function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}
