import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** One step more in the schema. */
const alsoApplying =
  (step: string): Planter<Parts> =>
  (parts) => ({ ...parts, migrations: [...parts.migrations, step] });

/** Defects of the schema: what it keeps, and who may do what in it. */
export const schemaPlanters = {
  'api.schema.chat-may-write': alsoApplying(
    'GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO chat_reader',
  ),

  'api.schema.chat-reads-all': alsoApplying('GRANT SELECT ON ALL TABLES IN SCHEMA public TO chat_reader'),

  'api.session.no-absolute-age': alsoApplying(`
    CREATE FUNCTION renew_session() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE sessions SET expires_at = clock_timestamp() + interval '1 hour' WHERE id = NEW.session_id;
      RETURN NEW;
    END $$;
    CREATE TRIGGER renew_session AFTER INSERT ON refresh_tokens FOR EACH ROW EXECUTE FUNCTION renew_session()`),

  'chat.session.in-the-database': alsoApplying(`
    CREATE TABLE chat_sessions (user_id uuid, session_id uuid);
    GRANT INSERT ON chat_sessions TO chat_reader`),
} as const satisfies Record<string, Planter<Parts>>;
