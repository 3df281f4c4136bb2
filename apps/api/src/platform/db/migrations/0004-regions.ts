import type { MigrationInterface, QueryRunner } from 'typeorm';

// GB/T 2260 codes for province and cities; functional zones have none there.
const regions = [
  ['HENAN', '河南省', 'Henan', null, '410000'],
  ['ZZ', '郑州市', 'Zhengzhou', 'HENAN', '410100'],
  ['ZZ_ZD', '郑东新区', 'Zhengdong New District', 'ZZ', null],
  ['ZZ_GX', '郑州高新区', 'Zhengzhou High-tech Zone', 'ZZ', null],
  ['ZZ_JK', '郑州经开区', 'Zhengzhou Economic Development Zone', 'ZZ', null],
  ['ZZ_HK', '郑州航空港区', 'Zhengzhou Airport Zone', 'ZZ', null],
  ['HB', '鹤壁市', 'Hebi', 'HENAN', '410600'],
  ['HB_JK', '鹤壁经开区', 'Hebi Economic Development Zone', 'HB', null],
  ['LY', '洛阳市', 'Luoyang', 'HENAN', '410300'],
  ['LY_GX', '洛阳高新区', 'Luoyang High-tech Zone', 'LY', null],
];

export class Regions0004 implements MigrationInterface {
  name = 'Regions0000000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const region of regions) await queryRunner.query('insert into region (code, name, "nameEn", "parentCode", "gbCode") values ($1, $2, $3, $4, $5)', region);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('delete from region');
  }
}
