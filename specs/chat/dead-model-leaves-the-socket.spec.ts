import { requirement, until } from '#fixtures/test.ts';

requirement('chat/dead-model-leaves-the-socket', { exclusive: true }, async ({ system, client, session, verify }) => {
  const model = system.service('model');
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  /** What ends the answer to a message: `done`, or `error <code>`. */
  const ask = async (id: string) => {
    socket.send({ type: 'message', id, text: '[[tokens=3 interval=0]] Are you there?' });
    return until(
      () => {
        const end = socket.messages.find(
          (message) => (message.type === 'done' || message.type === 'error') && message.id === id,
        );
        if (end === undefined) return socket.closed() === undefined ? undefined : `closed ${socket.closed()?.code}`;
        return end.type === 'error' ? `error ${end.code}` : end.type;
      },
      { what: `the end of the answer to ${id}`, deadline: 5000 },
    );
  };

  await model.kill();
  verify('error-event', { expected: 'error model_unavailable', actual: await ask('while-dead') });
  const pong = async () => {
    socket.send({ type: 'ping' });
    return until(() => socket.closed()?.code ?? socket.messages.find(({ type }) => type === 'pong'), {
      what: 'a pong',
      deadline: 5000,
    });
  };
  const answer = await pong();
  verify('socket-stays', {
    expected: 'pong',
    actual: typeof answer === 'number' ? `closed ${answer}` : answer.type,
    when: 'after the error',
  });
  await model.restart();
  verify('serves-again', { expected: 'done', actual: await ask('once-back') });
});
