// Checks every document of the manifests in a folder: `node check.mjs <folder>`. Prints each as a line of JSON to standard output, and what is
// wrong to standard error; exit code 1 if anything is.
//
// Two looks at each, both by what Kubernetes and KEDA publish: the JSON schema, as an API server would, and the types made of the same schema,
// which know fields that don't exist, as `kubectl --validate=strict` would.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import ts from "typescript";

const folder = process.argv[2];
const problems = [];
const documents = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), "utf8")).map((document, index) => ({ file, index, document })));

const packageOf = (apiVersion) => (apiVersion.startsWith("keda.sh/") ? `@kubernetes-models/keda/${apiVersion}` : `kubernetes-models/${apiVersion}`);
const report = (file, name, message) => problems.push(`${file}: ${name}: ${message}`);

const checked = [];
for (const { file, index, document } of documents) {
  if (document.errors.length > 0) {
    document.errors.forEach((error) => report(file, `document ${index + 1}`, error.message));
    continue;
  }

  const manifest = document.toJS();
  const name = `${manifest?.kind} ${manifest?.metadata?.name}`;
  try {
    const models = await import(`${packageOf(manifest.apiVersion)}/${manifest.kind}`);
    new models[manifest.kind](manifest).validate();
  } catch (error) {
    report(file, name, error.message);
    continue;
  }

  checked.push({ file, name, manifest });
  console.log(JSON.stringify({ file, manifest }));
}

// One source file that assigns every manifest to the type of its kind.
const source = checked
  .map(({ manifest }, index) => `import type { I${manifest.kind} as T${index} } from "${packageOf(manifest.apiVersion)}/${manifest.kind}";\nexport const m${index}: T${index} = ${JSON.stringify(manifest)};\n`)
  .join("");
const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const sourceName = join(import.meta.dirname, "manifests.ts");
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (file, ...rest) => (file === sourceName ? ts.createSourceFile(file, source, ts.ScriptTarget.ESNext) : getSourceFile(file, ...rest));
host.fileExists = (file) => file === sourceName || fileExists(file);
host.readFile = (file) => (file === sourceName ? source : readFile(file));
const program = ts.createProgram([sourceName], options, host);
for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
  const { line } = diagnostic.file?.fileName === sourceName ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start) : { line: 0 };
  const at = checked[Math.floor(line / 2)] ?? { file: folder, name: "types" };
  report(at.file, at.name, ts.flattenDiagnosticMessageText(diagnostic.messageText, " "));
}

problems.forEach((problem) => console.error(problem));
console.error(`${checked.length} of ${documents.length} documents checked, ${problems.length} problems`);
process.exit(problems.length > 0 || documents.length === 0 ? 1 : 0);
