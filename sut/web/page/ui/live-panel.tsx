import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { LiveChat } from '../live/live-chat.ts';
import { Composer } from './composer.tsx';
import { ConnectionState } from './connection-state.tsx';
import { MessageLog } from './message-log.tsx';
import { useAuth, useServices } from './services-context.ts';

/** The live chat, for as long as it is on the screen. */
export function LivePanel() {
  const { parts, config, api, store } = useServices();
  const { accessToken } = useAuth();
  const [live] = useState(
    () => new LiveChat(parts, { config, api, hasToken: () => store.getState().accessToken !== null }),
  );
  const { connection, entries } = useStore(live.state);
  const [draft, setDraft] = useState('');
  const hasToken = accessToken !== null;

  // A token that comes or goes starts anew; one that is renewed does not touch the connection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: hasToken is the trigger
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live, hasToken]);

  const send = () => {
    const text = draft.trim();
    if (text === '') return;
    live.say(text);
    setDraft('');
  };

  return (
    <section className="panel live-panel" aria-label="Live chat">
      <div className="panel-head">
        <h2>Live chat</h2>
        <ConnectionState connection={connection} retry={() => live.retryNow()} />
      </div>
      {connection.state === 'authentication-required' ? (
        <p className="empty">Authentication Required</p>
      ) : (
        <>
          <MessageLog
            label="Live chat messages"
            busy={entries.some(({ status }) => status === 'streaming')}
            lines={entries}
            empty="Say something. Every tab of yours sees it."
            nameOf={(role) => (role === 'user' ? 'You' : 'Garden')}
            footer={({ id, status }) =>
              status === 'failed' ? (
                <button type="button" className="link" onClick={() => live.sayAgain(id)}>
                  Send again
                </button>
              ) : null
            }
          />
          <Composer
            label="Message to the live chat"
            action="Send"
            value={draft}
            busy={false}
            onChange={setDraft}
            onSend={send}
          />
        </>
      )}
    </section>
  );
}
