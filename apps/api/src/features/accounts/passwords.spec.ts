import { Config } from '../../platform/config.js';
import { Passwords } from './passwords.js';

const config = (env: NodeJS.ProcessEnv = {}) => new Config({ DATABASE_URL: 'x', MEILI_URL: 'x', ...env });

describe('password hashes', () => {
  it('are scrypt with N = 2^17, r = 8, p = 1 and a salt of their own', async () => {
    const passwords = new Passwords(config());
    const [one, two] = [await passwords.hash('same-horse-42'), await passwords.hash('same-horse-42')];
    expect(one).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await passwords.matches('same-horse-42', one)).toBe(true);
    expect(await passwords.matches('other-horse-42', one)).toBe(false);
  });

  it('are still read after the cost was changed; full-width letters are the same letters', async () => {
    const hash = await new Passwords(config({ PASSWORD_COST: '12' })).hash('horse-42');
    expect(await new Passwords(config({ PASSWORD_COST: '13' })).matches('ｈｏｒｓｅ－４２', hash)).toBe(true);
    expect(await new Passwords(config()).matches('horse-42', null)).toBe(false);
  });

  it('take as long to check when there is none', async () => {
    const passwords = new Passwords(config({ PASSWORD_COST: '15' }));
    const hash = await passwords.hash('horse-42');
    const fastest = async (of: string | null): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const started = performance.now();
        await passwords.matches('horse-42', of);
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    expect(await fastest(null)).toBeGreaterThan((await fastest(hash)) / 2);
  });

  it('are computed a few at a time, and a flood is refused', async () => {
    const passwords = new Passwords(config({ PASSWORD_COST: '12' }));
    const results = await Promise.allSettled(Array.from({ length: 80 }, () => passwords.matches('x', null)));
    const refused = results.filter((r) => r.status === 'rejected');
    expect(refused).toHaveLength(18);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS' } });
    expect(await passwords.matches('x', null)).toBe(false);
  });
});
