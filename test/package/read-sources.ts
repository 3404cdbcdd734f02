import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import ts from 'typescript';
import { PROJECT } from '../../suites/lib/folders';

/** What one file of `src` says to the others. */
export interface Source {
  /** Below `src`, such as `chat/json-object.ts`. */
  path: string;
  /** Without folder and `.ts`. */
  name: string;
  text: string;
  /** What it imports or exports from at run time: a package, or a path. */
  modules: string[];
  /** Names of all that it exports, types among them. */
  exports: string[];
}

export function readSources(): Source[] {
  const folder = join(PROJECT, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => readSource(path, readFileSync(join(folder, path), 'utf8')));
}

function readSource(path: string, text: string): Source {
  const { statements } = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
  );
  const source: Source = {
    path,
    name: basename(path, '.ts'),
    text,
    modules: [],
    exports: [],
  };

  for (const statement of statements) {
    source.modules.push(...readModule(statement, path));
    source.exports.push(...readExports(statement));
  }
  return source;
}

/** The module of an import or export, with that of a path made one of ours. */
function readModule(statement: ts.Statement, path: string): string[] {
  const isTypeOnly = ts.isImportDeclaration(statement)
    ? statement.importClause?.isTypeOnly
    : ts.isExportDeclaration(statement)
      ? statement.isTypeOnly
      : true;
  const { moduleSpecifier } = Object(statement);
  if (isTypeOnly || moduleSpecifier == null) {
    return [];
  }
  const module: string = moduleSpecifier.text;
  return [
    module.startsWith('.')
      ? normalize(join(path, '..', `${module}.ts`))
      : module,
  ];
}

function readExports(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause != null && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name }) => name.text)
      : [];
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) {
    return [];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  return ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
    ? [statement.name?.text ?? 'default']
    : [];
}
