import { useState } from 'react';
import type { DocumentWithMessages } from '#contracts/wire/documents.ts';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import { useAuth, useServices } from './services-context.ts';
import { useConversation } from './use-conversation.ts';

interface DocumentChatProps {
  readonly document: DocumentWithMessages;
  readonly reload: () => void;
}

/** Questions to a document, with answers as they arrive. */
export function DocumentChat({ document, reload }: DocumentChatProps) {
  const { drafts } = useServices();
  const { user } = useAuth();
  const draftKey = `${user?.id} ${document.id}`;
  const [draft, setDraft] = useState(() => drafts.get(draftKey) ?? '');
  const { lines, busy, problem, ask } = useConversation(document.id, document.messages, reload);

  // Also outside of this component, which is gone when the session has ended.
  const keep = (text: string) => {
    drafts.set(draftKey, text);
    setDraft(text);
  };
  const send = async () => {
    const question = draft.trim();
    if (question === '' || busy) return;
    setDraft('');
    if (await ask(question)) drafts.delete(draftKey);
    else setDraft((typed) => (typed === '' ? question : typed));
  };

  return (
    <>
      <MessageLog
        label="Conversation"
        busy={busy}
        lines={lines}
        empty="Ask a first question. The answer appears as it is written."
        nameOf={(role) => (role === 'user' ? 'You' : 'Answer')}
      />
      <div role="alert">{problem === undefined ? null : <p className="banner error in-panel">{problem}</p>}</div>
      <Composer
        label="Ask about this document"
        action="Ask"
        value={draft}
        busy={busy}
        onChange={keep}
        onSend={() => void send()}
      />
    </>
  );
}
