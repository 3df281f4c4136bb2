import { ImportRow } from './import-row.entity.js';
import { Import } from './import.entity.js';
import { Paged } from '../../platform/graphql/paged.js';

export const ImportPage = Paged(Import, 'ImportPage');
export const ImportRowPage = Paged(ImportRow, 'ImportRowPage');
