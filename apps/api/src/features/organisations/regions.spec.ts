import { startApi, type TestApi } from '../../../test/start-api.js';

describe('regions', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  it('gives the tree to anybody', async () => {
    const { regions } = await api
      .visitor()
      .send<{ regions: { code: string; parentCode: string | null }[] }>('{ regions { code parentCode } }');
    expect(regions.filter((r) => r.parentCode === null).map((r) => r.code)).toEqual(['HENAN']);
    expect(regions.find((r) => r.code === 'ZZ_ZD')?.parentCode).toBe('ZZ');
  });
});
