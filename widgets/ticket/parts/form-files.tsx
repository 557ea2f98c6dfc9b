import { Speaking } from "../thread/speaking.tsx";
import { FileList, type FileListProps } from "./file-list.tsx";

export function FormFiles(props: FileListProps) {
  return (
    <Speaking>
      <FileList {...props} />
    </Speaking>
  );
}
