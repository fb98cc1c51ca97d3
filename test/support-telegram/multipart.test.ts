import { describe, expect, it } from "vitest";
import { boundaryOf, parseMultipart } from "../support/telegram/multipart.ts";

function parse(...lines: string[]) {
  return parseMultipart(Buffer.from(lines.join("\r\n"), "utf8"), "XX");
}

describe("a multipart body", () => {
  it("is split into values and files, binary content untouched", () => {
    const content = Buffer.from([0, 13, 10, 45, 45, 88, 255]);
    const body = Buffer.concat([
      Buffer.from('preamble\r\n--XX\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n42\r\n'),
      Buffer.from('--XX  \r\ncontent-disposition:form-data;name="f";filename="a \\"b\\"; è.bin"\r\n'),
      Buffer.from("content-type: text/x\r\n\r\n"),
      content,
      Buffer.from("\r\n--XX--\r\nepilogue"),
    ]);
    const parsed = parseMultipart(body, "XX");
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect([...parsed.value.fields]).toEqual([["chat_id", "42"]]);
    expect([...parsed.value.uploads.values()]).toEqual([
      { field: "f", fileName: 'a "b"; è.bin', contentType: "text/x", content },
    ]);
  });

  it("may name files without quotes or encoded, and may have empty values", () => {
    const parsed = parse(
      "--XX",
      "content-disposition:form-data;name=a;filename=il mio file.ics",
      "",
      "x",
      "--XX",
      "Content-Disposition: form-data; name=b; filename*=UTF-8''citt%C3%A0.txt",
      "",
      "y",
      "--XX",
      'Content-Disposition: form-data; name="c"',
      "",
      "",
      "--XX--",
    );
    if (!parsed.ok) throw new Error(parsed.description);
    expect([...parsed.value.uploads.values()].map(({ fileName }) => fileName)).toEqual([
      "il mio file.ics",
      "città.txt",
    ]);
    expect(parsed.value.fields.get("c")).toBe("");
  });

  it.each([
    ["without an end", ["--XX", 'Content-Disposition: form-data; name="a"', "", "x"]],
    ["without a boundary", ["nothing"]],
    ["with a part without a name", ["--XX", "Content-Disposition: form-data", "", "x", "--XX--"]],
    ["with a part without an end of headers", ["--XX", 'Content-Disposition: form-data; name="a"', "--XX--"]],
  ])("%s is refused", (_, lines) => {
    expect(parse(...lines)).toMatchObject({ ok: false, code: 400 });
  });

  it("names its boundary with or without quotes", () => {
    expect(boundaryOf("multipart/form-data; boundary=a-b")).toBe("a-b");
    expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe("a b");
    expect(boundaryOf("application/json")).toBeUndefined();
  });
});
