"""Two contracts of import-linter about outside libraries: who may import what, and what only."""

from __future__ import annotations

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OnlyContract(Contract):
    """A package imports the standard library and named libraries only.

    An allow-list, where import-linter's own `forbidden` needs every library named.
    `banned_standard` are modules of the standard library that are not allowed either.
    Packages of the project are the layers' business.
    """

    source_modules = fields.ListField(subfield=fields.StringField())
    allowed_packages = fields.ListField(subfield=fields.StringField(), required=False)
    banned_standard = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001, ARG002
        allowed = set(sys.stdlib_module_names) - set(_listed(self.banned_standard))
        allowed |= set(_listed(self.allowed_packages))
        found = [
            f"{module} -> {library}"
            for source in _listed(self.source_modules)
            for module, library in _outside_imports(graph, _family(graph, source))
            if library not in allowed
        ]
        return ContractCheck(kept=not found, metadata={"found": sorted(found)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)


class ConfinedContract(Contract):
    """Named libraries are imported within one package only.

    import-linter's own `protected` refuses a library that nothing imports yet.
    """

    libraries = fields.ListField(subfield=fields.StringField())
    within = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001, ARG002
        inside = _family(graph, str(self.within))
        others = {module for module in graph.modules if not graph.is_module_squashed(module)}
        found = [
            f"{module} -> {library}"
            for module, library in _outside_imports(graph, others - inside)
            if library in _listed(self.libraries)
        ]
        return ContractCheck(kept=not found, metadata={"found": sorted(found)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)


def _listed(field: object) -> list[str]:
    """A field's value: import-linter declares fields, and fills them per contract."""
    return [str(value) for value in field] if isinstance(field, list) else []


def _family(graph: ImportGraph, package: str) -> set[str]:
    return {package, *graph.find_descendants(package)}


def _outside_imports(graph: ImportGraph, modules: set[str]) -> list[tuple[str, str]]:
    """Pairs of a module and the top name of a library it imports, the project's own left out."""
    return [
        (module, imported.split(".")[0])
        for module in modules
        for imported in graph.find_modules_directly_imported_by(module)
        if graph.is_module_squashed(imported)
    ]
