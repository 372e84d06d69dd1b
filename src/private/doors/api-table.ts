// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
import { A_TO_B } from './api-table/a-to-b';
import { C_TO_CK } from './api-table/c-to-ck';
import { CL_TO_CZ } from './api-table/cl-to-cz';
import { D_TO_G } from './api-table/d-to-g';
import { H_TO_L } from './api-table/h-to-l';
import { M_TO_N } from './api-table/m-to-n';
import { O_TO_R } from './api-table/o-to-r';
import { S_TO_Z } from './api-table/s-to-z';

/** What every public factory, method and struct takes; read-table.ts explains the grammar. */
export const API_TABLE = [A_TO_B, C_TO_CK, CL_TO_CZ, D_TO_G, H_TO_L, M_TO_N, O_TO_R, S_TO_Z].map(part => part.slice(1)).join('');
