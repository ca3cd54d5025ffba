import { useCallback } from 'react';
import { Link } from 'react-router';
import type { Document } from '#contracts/wire/documents.ts';
import { listDocuments } from '../api/documents.ts';
import { CreateDocumentForm } from './create-document-form.tsx';
import { Problem } from './problem.tsx';
import { useServices } from './services-context.ts';
import { useLoad } from './use-load.ts';
import { useTitle } from './use-title.ts';

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export function DocumentsPage() {
  useTitle('Documents');
  const { api } = useServices();
  const { loaded, retry, change } = useLoad(useCallback((signal: AbortSignal) => listDocuments(api, signal), [api]));
  return (
    <section className="documents">
      <h1>Documents</h1>
      <CreateDocumentForm onCreated={(document) => change((documents) => [document, ...documents])} />
      {loaded.state === 'loading' ? (
        <p className="muted" role="status">
          Fetching your documents…
        </p>
      ) : null}
      {loaded.state === 'failed' ? <Problem error={loaded.error} retry={retry} /> : null}
      {loaded.state === 'ready' ? <DocumentList documents={loaded.data} /> : null}
    </section>
  );
}

function DocumentList({ documents }: { readonly documents: readonly Document[] }) {
  if (documents.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">Nothing here yet</p>
        <p>Give your first document a title, and start asking.</p>
      </div>
    );
  }
  return (
    <ul className="list">
      {documents.map(({ id, title, createdAt }) => (
        <li key={id}>
          <Link to={`/chat/${id}`}>
            <span className="title">{title}</span>
            <time dateTime={createdAt}>{dates.format(new Date(createdAt))}</time>
          </Link>
        </li>
      ))}
    </ul>
  );
}
