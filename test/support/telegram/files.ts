import type { Upload } from "./multipart.ts";
import type { StoredFile } from "./types.ts";

export type KeptFile = StoredFile & { path: string; content: Buffer };

/** Files the bot has sent, by the identifier that lets it send them again. */
export class Files {
  private readonly files = new Map<string, KeptFile>();

  keep(upload: Upload): KeptFile {
    const number = this.files.size + 1;
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(upload.fileName)?.[0] ?? "";
    const file: KeptFile = {
      file_id: `BQACAgQAAxkDAAI${String(number).padStart(6, "0")}`,
      file_unique_id: `AgAD${String(number).padStart(6, "0")}`,
      file_name: upload.fileName,
      mime_type: upload.contentType,
      file_size: upload.content.length,
      path: `documents/file_${number}${extension}`,
      content: upload.content,
    };
    this.files.set(file.file_id, file);
    return file;
  }

  byId(fileId: string): KeptFile | undefined {
    return this.files.get(fileId);
  }

  byPath(path: string): KeptFile | undefined {
    return [...this.files.values()].find((file) => file.path === path);
  }
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  ics: "text/calendar",
  pdf: "application/pdf",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
  csv: "text/csv",
  json: "application/json",
};

/** Telegram goes by the name's ending, whatever type the upload claims. */
export function mimeTypeOf(fileName: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return MIME_TYPES[extension] ?? "application/octet-stream";
}
