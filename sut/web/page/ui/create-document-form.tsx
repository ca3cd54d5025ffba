import { type FormEvent, useId, useState } from 'react';
import type { Document } from '#contracts/wire/documents.ts';
import { createDocument } from '../api/documents.ts';
import { PageError } from '../api/page-error.ts';
import { useServices } from './services-context.ts';

export function CreateDocumentForm({ onCreated }: { readonly onCreated: (document: Document) => void }) {
  const { api } = useServices();
  const [title, setTitle] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const id = useId();

  const create = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      onCreated(await createDocument(api, title.trim()));
      setTitle('');
    } catch (error) {
      setProblem(error instanceof PageError && error.kind === 'refused' ? error.message : 'Cannot reach the server');
    } finally {
      setSending(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') void create();
  };

  return (
    <form className="create" onSubmit={onSubmit}>
      <label htmlFor={id}>Title of a new document</label>
      <div className="row">
        <input
          id={id}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={200}
          placeholder="Minutes of the spring meeting"
          autoComplete="off"
        />
        <button type="submit" className="primary" disabled={sending || title.trim() === ''}>
          {sending ? 'Creating…' : 'Create'}
        </button>
      </div>
      <div role="alert">{problem === undefined ? null : <p className="banner error">{problem}</p>}</div>
    </form>
  );
}
