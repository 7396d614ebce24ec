import { expect, type Locator, type Page } from '@playwright/test'
import type { InputField, Operation } from '../../../src/shared/litemail/operation'
import type { Values } from '../../support/litemail/documented'

/** One of the options of a field that offers them; by keys, for what was told of the write before may lie over it. */
async function choose(form: Locator, name: string, option: string): Promise<void> {
  await form.getByRole('button', { name: new RegExp(`(^|\\s)${name}$`) }).press('Enter')
  await form.page().getByRole('option', { name: option, exact: true }).press('Enter')
}

/** A table of mailboxes, line by line. */
async function fillTable(form: Locator, lines: readonly Values[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (at > 0) await form.getByRole('button', { name: 'Add a mailbox' }).press('Enter')
    for (const [name, value] of Object.entries(line))
      await form.getByLabel(`${name} of mailbox ${at + 1}`, { exact: true }).fill(String(value))
  }
}

async function fillOne(form: Locator, { name, type, choices }: InputField, value: unknown): Promise<void> {
  // The table of an example is a list of its lines.
  if (type === 'rows') return fillTable(form, value as readonly Values[])
  if (type === 'boolean') return choose(form, name, value === true ? 'Yes' : 'No')
  if (choices !== undefined) return choose(form, name, String(value))
  const isLines = type === 'ids' || type === 'texts'
  const typed = Array.isArray(value) ? value.join('\n') : String(value)
  await form
    .getByLabel(new RegExp(`^${name}( \\(optional\\))?$`))
    .fill(isLines ? typed.replaceAll(',', '\n') : typed)
}

/** The form of an operation, field by field as its inputs are called, and the workspace by its name; null: the primary one. */
export async function fillForm(
  form: Locator,
  { input }: Operation,
  { values, workspace }: { readonly values: Values; readonly workspace: string | null },
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = input.find((one) => one.name === name)
    if (field === undefined) throw new Error(`no input ${name}`)
    await fillOne(form, field, value)
  }
  // A form begins with the workspace of the one before.
  await choose(form, 'Workspace', workspace ?? 'The primary one')
}

const UNLOCK = 'I have read Litemail’s page for this operation'

/** Unlocks what is shown, if it is locked, and confirms it by the number, the name or the button that it asks for. */
export async function confirmShown(page: Page): Promise<void> {
  const plan = page.getByRole('alertdialog')
  await expect(plan.getByRole('grid', { name: 'What is sent' })).toBeVisible()
  const unlock = plan.getByLabel(UNLOCK)
  if (await unlock.isVisible()) await unlock.press('Space')
  const asked = plan.getByLabel(/^Type “/)
  if (await asked.isVisible()) {
    const label = (await plan.getByText(/^Type “.+” to confirm$/).textContent()) ?? ''
    await asked.fill(/^Type “(.+)” to confirm$/.exec(label)?.[1] ?? '')
  }
  const button = plan.locator('[type=submit]')
  await expect(button).toBeEnabled()
  await button.press('Enter')
  await expect(plan).toHaveCount(0)
}
