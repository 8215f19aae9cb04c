import type { LinterOptions } from '@ponyatno/lint-rules';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { faultReport } from '#linting';
import { siteAddress } from '../place.ts';
import { actionsFor, fixAllKind } from './actions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { Texts, uriOf } from './texts.ts';

/** How long a text must rest before it is linted, in milliseconds. */
const rest = 200;

/** Serves one editor until it says goodbye; what is printed must not get between the messages. */
export async function serveEditor(options: LinterOptions, content: string): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const texts = new Texts(options, content);
  const documents = new TextDocuments(TextDocument);
  const site = siteAddress();
  const waiting = new Map<string, NodeJS.Timeout>();
  const faulty = new Set<string>();

  const publish = async (document: TextDocument): Promise<void> => {
    const linted = await texts.lint(document);
    if (documents.get(document.uri)?.version !== document.version) return;
    const diagnostics = diagnosticsOf(linted.report, site);
    await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    for (const file of linted.faulty) {
      faulty.add(uriOf(file.path));
      const report = faultReport(file, file.path);
      await connection.sendDiagnostics({ uri: uriOf(file.path), diagnostics: diagnosticsOf(report, site) });
    }
  };

  const soon = (document: TextDocument): void => {
    clearTimeout(waiting.get(document.uri));
    const timer = setTimeout(() => {
      waiting.delete(document.uri);
      publish(document).catch((error: unknown) => connection.console.error(String(error)));
    }, rest);
    waiting.set(document.uri, timer);
  };

  /** Settings or words of the agency may have changed: everything open is read again. */
  const again = async (): Promise<void> => {
    texts.forget();
    for (const uri of faulty) await connection.sendDiagnostics({ uri, diagnostics: [] });
    faulty.clear();
    for (const document of documents.all()) soon(document);
  };

  let watches = false;
  connection.onInitialize(({ capabilities }) => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'ponyatno' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      },
    };
  });
  connection.onInitialized(async () => {
    if (watches) await watchSettings(connection);
  });
  connection.onDidChangeWatchedFiles(again);
  documents.onDidChangeContent(({ document }) => soon(document));
  documents.onDidSave(({ document }) => (/\.ya?ml$/.test(document.uri) ? again() : undefined));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    return connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
    const document = documents.get(uri);
    if (document === undefined) return [];
    const { dictionary } = options;
    return actionsFor(await texts.lint(document), { uri, range, only, dictionary, site });
  });

  documents.listen(connection);
  connection.listen();
  await new Promise<void>((done) => {
    connection.onExit(done);
  });
}

async function watchSettings({ client }: Connection): Promise<void> {
  await client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.yml' }] });
}
