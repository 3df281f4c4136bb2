import { Module } from '@nestjs/common';
import { PriceReferenceResolver } from './price-reference.resolver.js';
import { PriceReferences } from './price-references.service.js';

@Module({ providers: [PriceReferenceResolver, PriceReferences] })
export class PriceReferenceModule {}
