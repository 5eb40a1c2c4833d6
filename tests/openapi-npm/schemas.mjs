// Validates values against the schemas of a document: node schemas.mjs CORPUS, where the corpus is JSON with "document" and
// "shapes", each with "name", "schema" (a JSON pointer into the document) and "values".
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { document, shapes } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// Not strict: OpenAPI has keywords of its own. Formats of OpenAPI's registry that the package lacks say nothing of JSON.
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
for (const format of ['char', 'decimal', 'uint8', 'int8', 'int16', 'uint16', 'uint32', 'uint64', 'base64url']) ajv.addFormat(format, true);
ajv.addSchema(document, 'document');

// Wider than their RFCs, as .NET is: a DateTime of no kind has no offset, and a Uri is what its author wrote.
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/);
ajv.addFormat('uri-reference', true);
let failed = 0;
let checked = 0;
for (const { name, schema, values } of shapes) {
  const validate = ajv.compile({ $ref: `document#${schema}` });
  for (const value of values) {
    checked++;
    if (!validate(value)) {
      failed++;
      console.log(`FAILED: ${name}: ${JSON.stringify(value).slice(0, 400)}`);
      console.log('  ' + ajv.errorsText(validate.errors, { separator: '\n  ' }).slice(0, 800));
      break;
    }
  }
}

console.log(`${shapes.length} shapes, ${checked} values, ${failed} shapes failed`);
process.exit(failed || !checked ? 1 : 0);
