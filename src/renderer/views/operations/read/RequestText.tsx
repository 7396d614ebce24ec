import type { DescribedRequest } from '../../../../shared/operationAnswer'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'

/** A request as main would send it, the key under a name. */
export const RequestText = ({ request }: { readonly request: DescribedRequest }) => (
  <div className="flex flex-col gap-1 rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm select-text">
    <p className="wrap-anywhere">
      <span className="font-semibold">{request.method}</span> {request.url}
    </p>
    <ul aria-label={text.headers} className="text-ink-soft">
      {request.headers.map(({ name, value }) => (
        <li key={name} className="wrap-anywhere">
          {name}: {value}
        </li>
      ))}
    </ul>
    {request.body !== null && (
      <pre className="font-mono whitespace-pre-wrap wrap-anywhere">{request.body}</pre>
    )}
  </div>
)
