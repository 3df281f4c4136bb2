import { Module } from '@nestjs/common';
import { DisclosuresResolver } from './disclosures.resolver.js';
import { Disclosures } from './disclosures.service.js';
import { DocumentReader } from './document-reader.js';

@Module({ providers: [DisclosuresResolver, Disclosures, DocumentReader] })
export class DisclosuresModule {}
