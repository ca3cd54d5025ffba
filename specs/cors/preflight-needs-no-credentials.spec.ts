import { DocumentList } from '#contracts/wire/documents.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { allowedBy, developmentPage } from './allowed.ts';

const id = '00000000-0000-4000-8000-000000000000';
const routes = [
  ['POST', paths.register],
  ['POST', paths.login],
  ['POST', paths.refresh],
  ['POST', paths.logout],
  ['GET', paths.me],
  ['GET', paths.documents],
  ['POST', paths.documents],
  ['GET', paths.document(id)],
  ['POST', paths.documentStream(id)],
  ['POST', paths.chatTickets],
] as const;
// What fetch asks for on behalf of the page.
const asked = 'authorization,content-type';

requirement('cors/preflight-needs-no-credentials', async ({ client, session, verify }) => {
  const preflight = (method: string) => ({
    origin: developmentPage,
    'access-control-request-method': method,
    'access-control-request-headers': asked,
  });
  for (const [method, path] of routes) {
    const when = `for ${method} ${path}`;
    const answer = await client.request(path, { method: 'OPTIONS', headers: preflight(method) });
    const holds = answer.status >= 200 && answer.status < 300;
    verify('answered-2xx', { expected: '2xx', actual: answer.status, holds, when });
    const says = (field: string) =>
      String(answer.headers[field] ?? '')
        .toLowerCase()
        .split(/,\s*/);
    const methods = says('access-control-allow-methods');
    const fields = says('access-control-allow-headers');
    const missing = [
      ...(method === 'GET' || methods.includes(method.toLowerCase()) ? [] : [method]),
      ...asked.split(',').filter((field) => !fields.includes(field)),
    ];
    verify('allows-the-request', {
      expected: `${developmentPage}, credentials, Vary: Origin, nothing missing`,
      actual: `${allowedBy(answer.headers)}, ${missing.join(' and ') || 'nothing'} missing`,
      when,
    });
  }
  const bearer = session.accessToken;
  const json = { title: 'Made by a preflight' };
  await client.request(paths.documents, { method: 'OPTIONS', headers: preflight('POST'), bearer, json });
  const { documents } = (await client.get(paths.documents, { bearer })).json(DocumentList);
  verify('does-nothing', { expected: [], actual: documents.map(({ title }) => title) });
});
