import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { parse, unsubscribeToken } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { AlertSettingsService } from './alert-settings.service.js';

/** What a mail program calls by itself when its reader presses 退订 (RFC 8058): the same address as the page, but posted. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly settings: AlertSettingsService) {}

  @Allow('account.enter')
  @Post()
  @HttpCode(204)
  async unsubscribe(@Query('token') token: unknown): Promise<void> {
    await this.settings.unsubscribe(parse(unsubscribeToken, { token }).token);
  }
}
