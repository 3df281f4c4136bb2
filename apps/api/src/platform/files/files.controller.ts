import { tmpdir } from 'node:os';
import { Controller, Get, Param, ParseUUIDPipe, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../auth/actor.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { announceFile } from '../documents/send-file.js';
import { FilesService, maxUploadBytes } from './files.service.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  /** Multipart upload of one file; the answer's id is what GraphQL mutations take. A header that forms cannot set keeps other sites out. */
  @Allow('file.upload')
  @Post()
  @UseInterceptors(FileInterceptor('file', { dest: tmpdir(), limits: { fileSize: maxUploadBytes, files: 1 }, defParamCharset: 'utf8' }))
  async upload(@CurrentActor() actor: Actor, @UploadedFile() file: Express.Multer.File | undefined): Promise<{ id: string; name: string; size: number }> {
    if (!file) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'file', code: 'required' }] });
    const { id, name, size } = await this.files.upload(actor, { path: file.path, name: file.originalname, size: file.size });
    return { id, name, size };
  }

  @Allow('account.own')
  @Get(':id')
  async download(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { file, bytes } = await this.files.read(actor, id);
    announceFile(res, file.mime, file.name);
    res.setHeader('content-length', file.size);
    bytes.on('error', () => res.destroy()).pipe(res);
  }
}
