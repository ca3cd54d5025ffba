import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface Passwords {
  /** `scrypt$<N>$<salt>$<hash>`, so that the cost can be raised without locking anybody out. */
  hash(password: string): Promise<string>;
  /** Costs the same when there is no `stored` hash: time does not tell whether the account exists. */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}

const keyBytes = 32;

export function createPasswords(cost: number): Passwords {
  const nobody = `scrypt$${cost}$${randomBytes(16).toString('base64url')}$${randomBytes(keyBytes).toString('base64url')}`;
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await derive(password, salt, cost);
      return `scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    async matches(password, stored) {
      const [, storedCost, salt = '', key = ''] = (stored ?? nobody).split('$');
      const derived = await derive(password, Buffer.from(salt, 'base64url'), Number(storedCost));
      const equal = timingSafeEqual(derived, Buffer.from(key, 'base64url'));
      return equal && stored !== undefined;
    },
  };
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const options = { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost };
  scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => {
    if (error === null) resolve(key);
    else reject(error);
  });
  return promise;
}
