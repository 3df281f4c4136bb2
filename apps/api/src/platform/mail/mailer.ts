import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config.js';

/** `unsubscribe`: the address at which mail programs offer 退订, by one click (RFC 8058). */
export type Mail = { to: string; subject: string; text: string; unsubscribe?: string };

/** Sends through SMTP_URL; without one every mail becomes an .eml file in DATA_DIR/mail, which any mail program opens. */
@Injectable()
export class Mailer {
  private readonly smtp: Transporter | null;
  constructor(private readonly config: Config) {
    const url = config.get('SMTP_URL');
    this.smtp = url ? createTransport(url) : null;
  }

  async send({ unsubscribe, ...mail }: Mail): Promise<void> {
    const headers = unsubscribe ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : undefined;
    const message = { from: this.config.get('MAIL_FROM'), ...mail, headers };
    if (this.smtp) {
      await this.smtp.sendMail(message);
      return;
    }
    const { message: bytes } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
    const folder = join(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${mail.to.replace(/[^\w@.-]/g, '_')}-${Math.random().toString(36).slice(2, 8)}.eml`;
    await writeFile(join(folder, `${name}.part`), bytes as Buffer);
    await rename(join(folder, `${name}.part`), join(folder, name));
  }
}
