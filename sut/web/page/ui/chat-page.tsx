import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { readDocument } from '../api/documents.ts';
import { DocumentChat } from './document-chat.tsx';
import { LivePanel } from './live-panel.tsx';
import { Problem } from './problem.tsx';
import { useServices } from './services-context.ts';
import { useLoad } from './use-load.ts';
import { useTitle } from './use-title.ts';

/** One document: questions to it, and beside them the live chat. */
export function ChatPage() {
  const { id = '' } = useParams();
  return <DocumentPage key={id} id={id} />;
}

function DocumentPage({ id }: { readonly id: string }) {
  const { api } = useServices();
  const { loaded, retry } = useLoad(useCallback((signal: AbortSignal) => readDocument(api, id, signal), [api, id]));
  const [side, setSide] = useState<'document' | 'live'>('document');
  const title = loaded.state === 'ready' ? loaded.data.title : 'Document';
  useTitle(title);
  return (
    <div className="chat" data-side={side}>
      <div className="chat-head">
        <Link to="/app" className="back">
          All documents
        </Link>
        <h1>{title}</h1>
        <fieldset className="sides">
          <legend className="hidden">What to show</legend>
          <button type="button" aria-pressed={side === 'document'} onClick={() => setSide('document')}>
            Questions
          </button>
          <button type="button" aria-pressed={side === 'live'} onClick={() => setSide('live')}>
            Live chat
          </button>
        </fieldset>
      </div>
      <section className="panel document-panel" aria-label="Questions to this document">
        {loaded.state === 'loading' ? (
          <p className="muted pad" role="status">
            Fetching the document…
          </p>
        ) : null}
        {loaded.state === 'failed' ? <Problem error={loaded.error} retry={retry} /> : null}
        {loaded.state === 'ready' ? <DocumentChat document={loaded.data} reload={retry} /> : null}
      </section>
      <LivePanel />
    </div>
  );
}
