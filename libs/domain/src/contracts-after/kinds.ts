import { z } from 'zod';

/**
 * 登记后事项: 变更, 履行完毕, 注销 (解除/终止), 撤销 (fraud), and the 复核 that a refused party may ask for. All of them go to the registrar
 * that knows the contract (河南省技术市场条例 Art 17; review: 北京市技术市场条例 Art 22).
 */
export const MatterKind = z.enum(['CHANGE', 'PERFORMANCE', 'DEREGISTRATION', 'REVOCATION', 'REVIEW']).meta({ id: 'MatterKind' });
export type MatterKind = z.infer<typeof MatterKind>;
