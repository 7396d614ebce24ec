import { FileInput } from 'lucide-react'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { fileSize } from '../../../../shared/text/window/data'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/TextField'
import { isTooLong, type Wanted } from './wanted'

interface SourceFieldsProps {
  readonly wanted: Wanted
  readonly onChange: (some: Partial<Wanted>) => void
  readonly onChooseFile: () => void
}

/** The list itself: pasted, or a file. */
export const SourceFields = ({ wanted, onChange, onChooseFile }: SourceFieldsProps) =>
  wanted.source === 'text' ? (
    <TextField
      label={text.list}
      hint={text.listHint}
      placeholder={text.placeholder}
      rows={5}
      isMono
      complaint={isTooLong(wanted) ? text.tooLong : null}
      isTried
      value={wanted.text}
      onChange={(list) => onChange({ text: list })}
    />
  ) : (
    <div className="flex flex-wrap items-center gap-3">
      <Button icon={<FileInput className="size-4" aria-hidden="true" />} onPress={onChooseFile}>
        {wanted.file === null ? text.chooseFile : text.chooseOther}
      </Button>
      <span className="min-w-0 wrap-anywhere text-ink-soft">
        {wanted.file === null ? text.noFile : text.file(wanted.file.fileName, fileSize(wanted.file.bytes))}
      </span>
    </div>
  )
