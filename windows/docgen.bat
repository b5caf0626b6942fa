@echo off
chcp 65001 >nul
setlocal
set "PYTHONUTF8=1"
pushd "%~dp0"
set "PYTHONPATH=app"
set "RUN=py -3.13"
if exist "python\python.exe" set "RUN=python\python.exe"
%RUN% -X utf8 -m docgen open %*
set "RESULT=%ERRORLEVEL%"
popd
if "%RESULT%"=="9009" echo Máy chưa có Python 3.13. Cài từ python.org, hoặc dùng bản docgen có kèm Python.
set "WAIT=%~1"
if not "%RESULT%"=="0" set "WAIT=yes"
if defined WAIT (
  echo.
  echo Nhấn phím bất kỳ để đóng cửa sổ này.
  pause >nul
)
exit /b %RESULT%
