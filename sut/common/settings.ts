import { type ServiceKind, type Setting, type SettingName, settings } from '#contracts/wire/settings.ts';

type Kind<Name extends SettingName> = (typeof settings)[Name]['kind'];
type Value<Name extends SettingName> =
  Kind<Name> extends 'port' | 'count' | 'bytes' | 'seconds' | 'ms'
    ? number
    : Kind<Name> extends 'origins'
      ? readonly string[]
      : string;
type Present<Name extends SettingName> = (typeof settings)[Name] extends
  | { required: true }
  | { default: string | number }
  ? Value<Name>
  : Value<Name> | undefined;

/** The settings of one kind of service, read and checked. Durations carry the unit of their kind. */
export type SettingsOf<Service extends ServiceKind> = {
  readonly [Name in SettingName as Service extends (typeof settings)[Name]['services'][number]
    ? Name
    : never]: Present<Name>;
};

/** Thrown with every problem at once, one a line. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the settings of `service` from `env`; refuses what is empty, missing or malformed. */
export function readSettings<Service extends ServiceKind>(
  service: Service,
  env: Readonly<Record<string, string | undefined>> = process.env,
): SettingsOf<Service> {
  const problems: string[] = [];
  const divisor = Number(env['TIMING_DIVISOR'] ?? 1);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting][]) {
    if (!setting.services.includes(service)) continue;
    const raw = env[name];
    if (raw === undefined) {
      if (setting.required) problems.push(`${name} is missing. ${setting.description}`);
      values[name] = defaultOf(setting, divisor);
    } else if (raw.trim() === '') {
      problems.push(`${name} is empty. Unset it or give it a value. ${setting.description}`);
    } else {
      const parsed = parse(setting, raw);
      if (parsed instanceof Error) problems.push(`${name} ${parsed.message}. ${setting.description}`);
      values[name] = parsed;
    }
  }
  if (problems.length > 0) throw new SettingsError(`Failed to start ${service}: ${problems.join('\n')}`);
  return values as SettingsOf<Service>;
}

function defaultOf(setting: Setting, divisor: number): unknown {
  if (setting.scales && typeof setting.default === 'number') return setting.default / divisor;
  return setting.default;
}

function parse(setting: Setting, raw: string): unknown {
  switch (setting.kind) {
    case 'port':
    case 'count':
    case 'bytes':
    case 'seconds':
    case 'ms':
      return parseNumber(setting, raw);
    case 'origins':
      return parseOrigins(raw);
    case 'url':
      return URL.canParse(raw) ? raw : new Error('is not a URL');
    case 'choice':
      return setting.choices?.includes(raw) ? raw : new Error(`is not one of ${setting.choices?.join(', ')}`);
    default:
      return raw;
  }
}

function parseNumber(setting: Setting, raw: string): number | Error {
  const value = Number(raw);
  if (!Number.isFinite(value) || value <= 0) return new Error(`is not a positive number: "${raw}"`);
  const whole = setting.kind !== 'seconds' && setting.kind !== 'ms';
  if (whole && !Number.isInteger(value)) return new Error(`is not a whole number: "${raw}"`);
  if (setting.kind === 'port' && value > 65_535) return new Error(`is not a port: "${raw}"`);
  return value;
}

function parseOrigins(raw: string): readonly string[] | Error {
  const origins = raw.split(',').map((origin) => origin.trim());
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  return wrong === undefined
    ? origins
    : new Error(`has "${wrong}", which is not an exact origin such as https://app.example`);
}
