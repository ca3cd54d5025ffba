import { wellKnownSecrets } from '#contracts/wire/settings.ts';
import type { ChatParts } from '../../chat/parts.ts';
import { accepting, saysUnsigned } from '../common/token.ts';
import type { Planter } from '../planter.ts';

/** Defects of the chat's judgement of tokens, and of who brings them. */
export const chatTokenPlanters = {
  'chat.ws.no-origin-check': (parts) => ({ ...parts, origins: { allows: () => true } }),

  'chat.jwt.any-alg': (parts) => ({ ...parts, tokens: accepting(parts.tokens, saysUnsigned) }),

  'chat.jwt.knows-one-placeholder': (parts) => ({
    ...parts,
    judgeSecrets(secrets) {
      if (secrets.JWT_SECRET === wellKnownSecrets[0]) parts.judgeSecrets(secrets);
    },
  }),
} as const satisfies Record<string, Planter<ChatParts>>;
