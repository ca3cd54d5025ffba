import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { paths } from '#contracts/wire/paths.ts';
import { serverUnderTest } from '../server-under-test.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly tags: readonly string[] }>>>>;
}

test('the endpoints of the api and those of the document are the same', async () => {
  const app = serverUnderTest();
  const registered = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) registered.add(`${verb.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
  await app.ready();
  const document = JSON.parse(await readFile('contracts/wire/openapi.json', 'utf8')) as Document;
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([verb, { tags }]) => (tags.includes('api') ? [`${verb} ${path}`] : [])),
  );
  // Fastify answers HEAD wherever it answers GET, and OPTIONS everywhere: no endpoints of ours but one.
  const own = [...registered].filter(
    (endpoint) => !/^(head|options) /.test(endpoint) || endpoint === `head ${paths.health}`,
  );
  expect(own.toSorted()).toEqual(described.toSorted());
});

test('the committed document is what is served', async () => {
  const app = serverUnderTest();
  const answer = await app.inject({ url: paths.openapi });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual(JSON.parse(await readFile('contracts/wire/openapi.json', 'utf8')));
});
