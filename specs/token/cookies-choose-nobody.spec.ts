import { MeAnswer } from '#contracts/wire/auth.ts';
import { DocumentList } from '#contracts/wire/documents.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

const names = ['tenant', 'tenant_id', 'user', 'user_id'];

requirement('token/cookies-choose-nobody', async ({ client, session, verify }) => {
  const victim = await client.register();
  const secret = await victim.createDocument('Not yours');
  const own = await session.createDocument('Yours');
  const bearer = session.accessToken;
  for (const name of names) {
    for (const value of [victim.user.id, victim.user.email]) {
      const cookie = `${name}=${value}; role=admin`;
      const when = `with a cookie ${name} that names another user`;
      const me = (await client.get(paths.me, { bearer, cookie })).json(MeAnswer);
      verify('stays-oneself', { expected: [session.user.id, 'user'], actual: [me.user.id, me.user.role], when });
      const { documents } = (await client.get(paths.documents, { bearer, cookie })).json(DocumentList);
      verify('own-data-only', { expected: [own.title], actual: documents.map(({ title }) => title), when });
      const { status } = await client.get(paths.document(secret.id), { bearer, cookie });
      verify('others-are-not-found', { expected: 404, actual: status, when });
    }
  }
});
