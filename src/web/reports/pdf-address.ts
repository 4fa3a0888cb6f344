/** Where a report's PDF is downloaded; the API names the file. */
export const pdfAddress = (d: string, r: string) => `/api/dossiers/${d}/reports/${r}/pdf`;
