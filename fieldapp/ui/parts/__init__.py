"""The parts every page is made of; each class shows an example in its docstring.

theme.wear(widget, "label", weight=500, tabular=True)   a font of the scale that follows the text size
theme.colour("nilaSoft") · theme.font("small") · theme.restyle(widget, "state", "error") · theme.scaled(96)
icons.Glyph(name, token, size) · icons.paint(painter, x, y, name, token, size) · icons.pixmap · icons.icon (menus)

text        label(text, font, role, weight, wrap, tabular) · rich(html) · Elided(text, whole_only) · rule() · upright()
            roles: second, hint, error, soga, green, link
button      Button(text, kind, icon, key, size, key_first): secondary primary quiet withdraw chip section link
            .key .words() .set_words .set_icon .set_count .set_kind .show_cap · IconButton(icon, name, token)
badge       Badge(state, flat, text, icon).set_state · LOOKS[state] · word(state) · paint_badge (for delegates)
line        LineEdit(text, placeholder, counter, font, tabular).set_tail · SearchBox(placeholder, key).searched
            PassphraseEdit() · TextBox(text, lines)
field       Field(label, editor, hint, optional) .show_error .clear_error .set_hint .error() .editor .help · row(…)
segment     Segment([(value, label)], value) .value .chosen .set_options
choice      Choice([(value, label)], value, empty) .value .chosen .set_options · Check(text, checked)
chips       Chip(text, count, icon, clear).open_menu · ChipRow([(value, label)]) .value .chosen .set_count
banner      Banner(state, icon, text, buttons).say     states: info warn error
undo        UndoBar().offer(sentence, undo) .closed · Cap("Ctrl Z")
card        Card(title, aside, padding).body · Block(icon, title).body · EmptyState(icon, sentence, button)
            Ask(verb).ask(question) .answered(reason) .refused
record_list RecordList(name).show_rows([Row(id, title, time, state, aside)]) .show_many(total, fetch) .select
            .current() .chosen(id) .opened(id)
table       Table(name, [Column(head, width, figures)], dense).show_rows([Line(id, (Cell(…) | text, …))]) .show_many
            .selected() .set_width .allow_sorting .full_height .chosen(id) .opened(id) .sorted_by(column, ascending)
errors      ErrorSummary().show_errors(sentence, [(text, editor)]) .clear() · go_to(editor)
sections    SectionLine([(key, text)]) .chosen(key) .mark(key, "ok" | "salah" | "") .set_current(key)
ring        FocusRing(window): the window has one, pages need not care
"""
