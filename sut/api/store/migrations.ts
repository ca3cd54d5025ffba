/**
 * The schema, step by step: a step is applied once, in order, and never edited after a release.
 * `chat_reader` exists before the first step.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    role text NOT NULL DEFAULT 'user',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );

  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX sessions_user ON sessions (user_id);

  -- One family a session. A rotated token names its successor, so that two tabs get the same one.
  CREATE TABLE refresh_tokens (
    token_hash text PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
    issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    rotated_at timestamptz,
    successor_hash text
  );
  CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
  CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

  -- No reference to sessions: a well-signed token is revoked whether or not its session is known here.
  CREATE TABLE revocations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id uuid NOT NULL,
    token_hash text,
    token_expires_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    propagated_at timestamptz,
    UNIQUE NULLS NOT DISTINCT (session_id, token_hash)
  );
  CREATE INDEX revocations_pending ON revocations (id) WHERE propagated_at IS NULL;
  CREATE INDEX revocations_expiry ON revocations (expires_at);

  CREATE TABLE documents (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    title text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX documents_user ON documents (user_id, created_at DESC);

  -- A stream has one question and at most one answer.
  CREATE TABLE messages (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    stream_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('user', 'assistant')),
    content text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (stream_id, role)
  );
  CREATE INDEX messages_document ON messages (document_id, position);

  CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    event text NOT NULL,
    user_id uuid,
    session_id uuid,
    client_address text NOT NULL,
    user_agent text NOT NULL,
    request_id text NOT NULL
  );

  GRANT SELECT ON users, revocations TO chat_reader;
  `,
];
