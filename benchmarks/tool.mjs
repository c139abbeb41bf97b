// One tool in a process of its own: node tool.mjs NAME TEMPLATE CONTENT.json
// For every line on standard input it makes one document and prints the milliseconds of processor
// time, those of Node's own threads among them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../.tools/bench/", import.meta.url));
const [name, template, content] = process.argv.slice(2);
const file = readFileSync(template);
const data = JSON.parse(readFileSync(content, "utf8"));

const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");
const { TemplateHandler } = require("easy-template-x");

const works = {
  docxtemplater: async () => {
    const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true });
    document.render(data);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "easy-template-x": async () => new TemplateHandler().process(file, data),
};

for await (const _ of createInterface({ input: process.stdin })) {
  const begin = process.cpuUsage();
  await works[name]();
  const { user, system } = process.cpuUsage(begin);
  console.log((user + system) / 1000);
}
