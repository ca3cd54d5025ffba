import {
  OpenAPIRegistry,
  OpenApiGeneratorV32,
  type RouteConfig,
  zodToOpenAPIRegistry,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { answerOf, cannotReach, errorAnswersOf } from './answers.ts';
import { headers, schemas, security, securitySchemes } from './components.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const services = {
  api: 'Accounts, sessions, documents and answers.',
  web: 'What the web tier answers for the page it serves.',
  chat: 'The live chat’s HTTP side.',
} as const satisfies Record<Operation['service'], string>;

/** What the edge answers by itself, for every operation. */
const edgeAnswers = { 502: 'EdgeCannotReach', 504: 'EdgeCannotReach' } as const;

/** The OpenAPI 3.2 document of the whole system, as a client sees it through the edge. */
export function openApiDocument(): object {
  const registry = new OpenAPIRegistry();
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    registry.registerComponent('securitySchemes', name, scheme);
  }
  for (const [name, header] of Object.entries(headers)) registry.registerComponent('headers', name, header);
  registry.registerComponent('responses', 'EdgeCannotReach', cannotReach());
  // Names stand in a registry beside the schemas: the library's own way would patch zod for everybody.
  for (const [refId, schema] of Object.entries(schemas)) zodToOpenAPIRegistry.add(schema, { _internal: { refId } });
  for (const [id, operation] of Object.entries(operations)) registry.registerPath(routeOf(id, operation));
  const named = Object.values(schemas).map((schema) => ({ type: 'schema' as const, schema }));
  return new OpenApiGeneratorV32([...named, ...registry.definitions], {
    sortComponents: 'alphabetically',
  }).generateDocument({
    openapi: '3.2.0',
    info: {
      title: 'Holdfast reference system',
      version: '1',
      description: 'Generated from the zod schemas and the tables of contracts/wire by `npm run docs`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The edge.' }],
    tags: Object.entries(services).map(([name, description]) => ({ name, description })),
  });
}

function routeOf(operationId: string, operation: Operation): RouteConfig {
  const { method, path, service, summary, credential, request, headers: fields } = operation;
  const answers = Object.entries(operation.answers).map(([status, answer]) => [status, answerOf(answer)] as const);
  const edge = Object.entries(edgeAnswers).map(
    ([status, name]) => [status, { $ref: `#/components/responses/${name}` }] as const,
  );
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.uuid()])));
  return {
    method,
    path,
    operationId,
    tags: [service],
    summary,
    security: security[credential],
    request: {
      ...(names.length > 0 ? { params } : {}),
      ...(fields === undefined ? {} : { headers: fields }),
      ...(request === undefined
        ? {}
        : {
            body: {
              required: operation.requestOptional !== true,
              content: { 'application/json': { schema: request } },
            },
          }),
    },
    responses: { ...Object.fromEntries(edge), ...errorAnswersOf(operation.errors), ...Object.fromEntries(answers) },
  };
}
