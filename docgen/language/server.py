"""The language server: what an editor asks, handed on; what is wrong, told as it is typed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from docgen import __version__
from docgen.finding import Finding
from docgen.language import agency_codes, completion, definition, findings, hover
from docgen.language.project import Project
from docgen.project import years

PAUSE_MILLISECONDS = 150
SYNC = types.TextDocumentSyncKind.Full


class Server(LanguageServer):
    """Speaks for one project: that of the editor's folder, or else the one it was started in."""

    def __init__(self, root: Path) -> None:
        super().__init__("docgen", __version__, text_document_sync_kind=SYNC)
        self.project = Project(root)
        self._telling: asyncio.Task[None] | None = None
        self._told: set[str] = set()
        self.versions: dict[str, int] = {}

    def begin(self, folder: str | None) -> None:
        """The editor's folder, where it has plans."""
        path = to_fs_path(folder) if folder else None
        if path and years(Path(path)):
            self.project = Project(Path(path))

    def hold(self, file: types.VersionedTextDocumentIdentifier, text: str) -> None:
        """The editor has a file open, and this is its text by now."""
        if name := self.project.name_of(file.uri):
            self.project.hold(name, file.uri, text)
            self.versions[name] = file.version
            self.tell_soon()

    def let_go(self, address: str) -> None:
        """The editor has closed a file: the disk counts."""
        if name := self.project.name_of(address):
            self.project.let_go(name)
            self.versions.pop(name, None)
            self.tell_soon()

    def tell_soon(self) -> None:
        """Tells what is wrong once nothing was typed for a moment."""
        if self._telling:
            self._telling.cancel()
        self._telling = asyncio.get_running_loop().create_task(self._tell())

    async def _tell(self) -> None:
        await asyncio.sleep(PAUSE_MILLISECONDS / 1000)
        known = await asyncio.to_thread(self._diagnostics)
        for name in sorted({*known, *self._told, *self.project.unsaved}):
            address = self.project.address_of(name)
            version = self.versions.get(name)
            said = types.PublishDiagnosticsParams(address, known.get(name, []), version)
            self.text_document_publish_diagnostics(said)
        self._told = set(known)

    def _diagnostics(self) -> dict[str, list[types.Diagnostic]]:
        """What is wrong in the years whose files are open, by file."""
        open_years = {self.project.year_of(name) for name in tuple(self.project.unsaved)}
        found = [
            finding
            for year in sorted(filter(None, open_years))
            for finding in self.project.check(year).findings
        ]
        by_file: dict[str, list[Finding]] = {}
        for finding in dict.fromkeys(found):
            by_file.setdefault(finding.where.file, []).append(finding)
        return {
            name: [findings.diagnostic(source, finding) for finding in own]
            for name, own in by_file.items()
            if (source := self.project.source(name))
        }


def server(root: Path) -> Server:
    """The server of a project, ready to be started."""
    made = Server(root)
    _on_texts(made)
    _on_questions(made)
    _on_codes(made)
    return made


def _on_texts(made: Server) -> None:
    @made.feature(types.INITIALIZE)
    def _(params: types.InitializeParams) -> None:
        folders = params.workspace_folders or ()
        made.begin(folders[0].uri if folders else params.root_uri)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def _(params: types.DidOpenTextDocumentParams) -> None:
        file = params.text_document
        made.hold(types.VersionedTextDocumentIdentifier(file.version, file.uri), file.text)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def _(params: types.DidChangeTextDocumentParams) -> None:
        made.hold(params.text_document, params.content_changes[-1].text)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def _(params: types.DidCloseTextDocumentParams) -> None:
        made.let_go(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def _(_: types.DidSaveTextDocumentParams) -> None:
        made.tell_soon()

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def _(_: types.DidChangeWatchedFilesParams) -> None:
        made.tell_soon()


def _on_questions(made: Server) -> None:
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds))
    def _(params: types.CodeActionParams) -> list[types.CodeAction]:
        name = made.project.name_of(params.text_document.uri)
        return list(findings.actions(made.project, name, params.range)) if name else []

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def _(params: types.HoverParams) -> types.Hover | None:
        name = made.project.name_of(params.text_document.uri)
        return hover.hover(made.project, name, params.position) if name else None

    begins = types.CompletionOptions(trigger_characters=[" ", "{", ".", "-"])

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, begins)
    def _(params: types.CompletionParams) -> list[types.CompletionItem]:
        name = made.project.name_of(params.text_document.uri)
        return completion.completion(made.project, name, params.position) if name else []

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _(params: types.DefinitionParams) -> types.Location | None:
        name = made.project.name_of(params.text_document.uri)
        return definition.definition(made.project, name, params.position) if name else None


def _on_codes(made: Server) -> None:
    def code_at(
        params: types.ReferenceParams | types.PrepareRenameParams | types.RenameParams,
    ) -> agency_codes.Code | None:
        name = made.project.name_of(params.text_document.uri)
        return agency_codes.code_at(made.project, name, params.position) if name else None

    @made.feature(types.TEXT_DOCUMENT_REFERENCES)
    def _(params: types.ReferenceParams) -> list[types.Location]:
        found = code_at(params)
        return list(agency_codes.used(made.project, found.code)) if found else []

    @made.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def _(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        found = code_at(params)
        return types.PrepareRenamePlaceholder(found.range, found.code) if found else None

    @made.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def _(params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = code_at(params)
        try:
            return found and agency_codes.renamed(made.project, found.code, params.new_name)
        except agency_codes.NotRenamed as refusal:
            said = types.ShowMessageParams(types.MessageType.Error, f"Không đổi mã: {refusal}.")
            made.window_show_message(said)
            return None
